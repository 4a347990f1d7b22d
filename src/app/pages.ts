/** What is answered over HTTP to whoever looks after the program. */
export type OperatorPage = { status: number; type: string; body: string };

export type OperatorPages = {
  /** The page at this path, for who came in by this port; null where there is none. Never throws for what the world does. */
  page(path: string, port: number): Promise<OperatorPage> | null;
};

export type PagesPorts = {
  /** Null, or what is wrong, in a sentence. */
  ready: () => Promise<string | null>;
  /** The figures as text, and the port where they are shown; null where nobody wants them. */
  figures: { port: number; type: string; text: () => Promise<string> } | null;
};

/**
 * Whether the program lives, whether it can answer people, and its figures. Figures are shown on their own port alone: how much
 * a team does, and when, is not for everybody who can reach the address that a platform calls.
 */
export function createPages({ ready, figures }: PagesPorts): OperatorPages {
  const plain = "text/plain; charset=utf-8";
  const told = async (): Promise<OperatorPage> => {
    const wrong = await ready();
    return { status: wrong === null ? 200 : 503, type: plain, body: wrong ?? "ok" };
  };
  return {
    page(path, port) {
      switch (path) {
        case "/healthz":
          return Promise.resolve({ status: 200, type: plain, body: "ok" });
        case "/readyz":
        // What it was called before.
        case "/health":
          return told();
        case "/metrics":
          return figures === null || figures.port !== port
            ? null
            : figures.text().then((body) => ({ status: 200, type: figures.type, body }));
      }
      return null;
    },
  };
}
