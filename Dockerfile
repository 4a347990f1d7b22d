# By version; whoever builds may add the digest that they looked up: FROM node:24.21.0-slim@sha256:...
FROM node:24.21.0-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings its own Node: the copies of it among the optional packages are left out.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/node-win-*

FROM node:24.21.0-slim
WORKDIR /app
# What is kept outlives the container: mount a volume at /data. Beside it only /tmp is written, for compiled code.
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production
ENV AICOST_DB=/data/aicost.db
ENV AICOST_HEALTH_PORT=9464
# Threads share two heaps of the C library, which leaves less memory lying about.
ENV MALLOC_ARENA_MAX=2
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY main.ts serve.ts operation.ts settings.ts doctor.ts facts.ts knowledge.ts ./
COPY program-messages.ts newer-prices.ts newer-prices-messages.ts worker.ts node-version.mjs healthcheck.mjs ./
COPY pricing ./pricing
COPY src ./src
COPY adapters ./adapters
VOLUME /data
USER node
# Whether it lives, while it serves. A database that is away is no reason to start it again.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "healthcheck.mjs"]
ENTRYPOINT ["node", "--max-semi-space-size=8", "--import", "./node-version.mjs", "main.ts"]
