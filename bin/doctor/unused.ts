import type { Env } from "#lib/env.ts";

/** Settings that are known by name but do nothing yet: whoever sets one should hear it, not wonder. */
export function unusedSettings({ s3Url, otlpEndpoint }: Env): string[] {
  return [
    ...(s3Url ? ["S3_URL is set, but this version keeps attachments in the database."] : []),
    ...(otlpEndpoint ? ["OTEL_EXPORTER_OTLP_ENDPOINT is set, but this version sends no traces."] : []),
  ];
}
