FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
# The image brings its own Node: the copies of it among the optional packages are left out.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/node-win-*
COPY main.ts serve.ts doctor.ts facts.ts knowledge.ts newer-prices.ts newer-prices-messages.ts worker.ts node-version.mjs ./
COPY pricing ./pricing
COPY src ./src
COPY adapters ./adapters
# What is kept outlives the container: mount a volume here.
RUN mkdir /data && chown node /data
ENV AICOST_DB=/data/aicost.db
VOLUME /data
USER node
ENTRYPOINT ["node", "--max-semi-space-size=8", "--import", "./node-version.mjs", "main.ts"]
