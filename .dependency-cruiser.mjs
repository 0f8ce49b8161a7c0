// Who may import whom. `npm run check` fails when this file sees no modules at all.
const tests = "\\.test\\.tsx?$";

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const pkg = (...names) => `(^|node_modules/)(${names.join("|")})(/|$)`;
const langchain = pkg("langchain", "@langchain/[^/]+");
const queueing = pkg("bullmq", "ioredis");
const mailing = pkg("mailparser", "nodemailer", "smtp-server", "imapflow", "mailauth");

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    forbid(
      "no-circle",
      "Two files that need each other are one idea.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    // Next answers for server-only itself.
    forbid(
      "no-lost-import",
      "An import must lead somewhere.",
      {},
      { couldNotResolve: true, pathNot: "^server-only$" },
    ),

    forbid(
      "domain-is-pure",
      "lib/domain takes plain data and returns decisions: it imports itself alone.",
      { path: "^lib/domain/", pathNot: tests },
      // Hashing is arithmetic; a random number or a clock would not be, and the linter guards those.
      { pathNot: ["^lib/domain/", "^(node:)?crypto$"] },
    ),
    forbid(
      "db-knows-domain-only",
      "Tables know the domain's words, not its users. The seed goes through the services.",
      { path: "^db/", pathNot: ["^db/seed/", tests] },
      { path: "^(lib|app|components|workers|bin|tests)/", pathNot: "^lib/domain/" },
    ),
    forbid(
      "services-write-and-stop",
      "No model call and no mail server inside a transaction.",
      { path: "^lib/services/", pathNot: tests },
      { path: "^(lib/(ai|channels|reads|metrics)|app|components|workers|bin|tests)/" },
    ),
    forbid(
      "reads-and-metrics-read",
      "What a page shows needs the domain and the database.",
      { path: "^lib/(reads|metrics)/", pathNot: tests },
      { path: "^(lib/(ai|channels)|app|components|workers|bin|tests)/" },
    ),
    forbid(
      "ai-is-a-witness",
      "The assistant sees plain data and returns evidence.",
      { path: "^lib/ai/", pathNot: tests },
      { path: "^(db|lib/(services|reads|metrics|channels)|app|components|workers|bin|tests)/" },
    ),
    forbid(
      "channels-are-outside",
      "A channel knows its protocol and the domain; what to record is passed in.",
      { path: "^lib/channels/", pathNot: tests },
      { path: "^(db|lib/(services|reads|metrics|ai)|app|components|workers|bin|tests)/" },
    ),
    forbid(
      "app-stays-inside",
      "The web app writes Postgres and nothing else.",
      { path: "^(app|instrumentation)", pathNot: tests },
      { path: "^(lib/(ai|channels)|workers|bin|tests|db/seed)/" },
    ),
    forbid(
      "app-needs-no-outside-library",
      "Queues, models and mail belong to the workers.",
      { path: "^(app|components)/" },
      { path: [queueing, langchain, mailing] },
    ),
    forbid(
      "components-show",
      "Components get view models; of the house they know the domain, the words and each other.",
      { path: "^components/", pathNot: tests },
      { path: "^(db|lib|app|workers|bin|tests)/", pathNot: "^lib/(domain|i18n|reads)/" },
    ),
    forbid(
      "components-know-the-shape-of-reads",
      "A view model is a type of lib/reads; reading it is the page's work.",
      { path: "^components/", pathNot: tests },
      { path: "^lib/reads/", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "ui-has-no-domain-words",
      "components/ui would fit any product.",
      { path: "^components/ui/", pathNot: tests },
      { path: "^(components/(?!ui/)|lib/(?!i18n/))" },
    ),
    forbid(
      "customers-get-no-desk-code",
      "What a customer's page is made of is theirs or anybody's.",
      { path: "^(app/(\\(public\\)/|layout)|components/(help|sign-in)/)" },
      { path: "^components/(?!(help|sign-in|ui)/)" },
    ),
    forbid(
      "workers-are-started-not-imported",
      "Only the command line and tests start workers.",
      { path: "^(lib|app|components|db)/" },
      { path: "^workers/" },
    ),
    forbid(
      "queues-in-workers",
      "BullMQ and ioredis appear only in workers/.",
      { pathNot: "^(workers|tests|bench)/" },
      { path: queueing },
    ),
    forbid(
      "langchain-in-ai",
      "LangChain appears only in lib/ai.",
      { pathNot: "^lib/ai/" },
      { path: langchain },
    ),
    forbid(
      "mail-in-channels",
      "Mail libraries appear only in lib/channels.",
      { pathNot: "^(lib/channels|tests|bench)/" },
      { path: mailing },
    ),
    forbid(
      "sessions-at-the-door",
      "Only app/_server turns a cookie into an actor. The layout reads the nonce of its own page.",
      { pathNot: "^app/(_server/|api/auth/|layout\\.tsx)" },
      { path: [pkg("next-auth"), pkg("next/headers(\\.js)?")] },
    ),
    forbid(
      "nothing-imports-app",
      "Routes are ends.",
      { path: "^(lib|db|workers|components|bin)/" },
      { path: "^app/" },
    ),
    forbid(
      "nothing-imports-tests",
      "Tests are ends.",
      { pathNot: ["^tests/", tests, "^(vitest\\.config|bench)"] },
      { path: "^tests/" },
    ),
    forbid(
      "no-undeclared-package",
      "What is imported is in package.json.",
      {},
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    ),
    forbid(
      "no-dev-package-in-product",
      "Production installs no development packages.",
      {
        path: "^(app|components|lib|db|workers|bin/(commands|start|postgres|[a-z-]+\\.))",
        pathNot: [tests, "^bin/(checks|run-)"],
      },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "@types/" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next/|next-env)" },
    parser: "swc",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
