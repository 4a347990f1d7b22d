// Asks the program beside it whether it lives, as a container does. Plain JavaScript: it starts again every half a minute.
const { AICOST_HOST, AICOST_HEALTH_PORT } = process.env;
const answer = await fetch(`http://${AICOST_HOST || "127.0.0.1"}:${AICOST_HEALTH_PORT}/healthz`).catch(() => null);
process.exitCode = answer?.ok ? 0 : 1;
