# One image for every part of the desk; compose.yaml says which part a container is.
FROM node:24-bookworm-slim AS build
WORKDIR /baton
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --include=optional --no-audit
COPY . .
RUN NODE_ENV=production DATA_DIR=/tmp/build node bin/baton.js build \
 && npm prune --no-save --omit=dev --no-audit \
 && rm -rf node_modules/node-linux-* node_modules/.cache .next/cache

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0 SMTP_LISTEN=0.0.0.0:2525 \
    NODE_COMPILE_CACHE=/tmp/compiled NEXT_TELEMETRY_DISABLED=1
WORKDIR /baton
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=root:root /baton ./
USER node
VOLUME /data
EXPOSE 3000 2525
# The whole desk with its embedded database; the parts of compose.yaml name another command.
CMD ["node", "bin/baton.js", "start"]
