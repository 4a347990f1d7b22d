/** Where everything is kept while neither AICOST_DB nor DATABASE_URL says otherwise. Apart, so that naming it loads no database. */
export const usualFile = "data/aicost.db";
