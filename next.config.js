/**
 * Headers that never change live here; the Content-Security-Policy carries a nonce and is set in app/_server/page-policy.ts.
 *
 * `/tickets/4821` is served by the inbox page: list and ticket are one screen, so the list keeps its
 * scroll position, cursor and selection while tickets change beside it.
 */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  serverExternalPackages: ["postgres", "pg", "pino"],
  // `npm run check` looks at the types of the whole tree; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    authInterrupts: true,
    // The public form takes 10 MB of attachments; a raw mail by HTTP is at most 64 MB.
    serverActions: { bodySizeLimit: "12mb" },
    proxyClientMaxBodySize: "66mb",
  },
  headers: async () => [
    { source: "/:path*", headers },
    // A mail's frame has no origin of its own, so its pictures come from "elsewhere"; their addresses are signed.
    {
      source: "/api/images/:token",
      headers: [{ key: "Cross-Origin-Resource-Policy", value: "cross-origin" }],
    },
  ],
  rewrites: async () => ({
    beforeFiles: [
      { source: "/tickets/:number(\\d+)", destination: "/inbox?ticket=:number" },
      // Browsers ask for it by themselves, also while one page follows another.
      { source: "/favicon.ico", destination: "/icon.svg" },
    ],
    afterFiles: [],
    fallback: [],
  }),
};
