const lookMs = 2_000;

/** What stands before a desk that restarts says this in its place. */
const notYet = [502, 503, 504];

type Outcome = Response | { error: unknown };

/**
 * Next answers a read of its router that fails by loading the page anew: unsent words go from the screen with the old
 * page, and offline the browser's own error page comes. Here the page stays. A read of what is on screen waits for the
 * desk and is asked again; one that leads elsewhere is set aside, and `go` follows it once the desk answers. Whatever
 * changes something is not asked twice: it fails at once and says so. Undone by the function it returns.
 */
export function keepRouterReads(go: (href: string) => void): () => void {
  const ask = window.fetch;
  const patient: typeof fetch = (input, init) =>
    init && isRouterRead(init) ? read(ask, go, input, init) : ask(input, init);
  window.fetch = patient;
  return () => {
    if (window.fetch === patient) window.fetch = ask;
  };
}

/** A prefetch may fail: Next then asks when the page is wanted. */
function isRouterRead({ method = "GET", headers }: RequestInit): boolean {
  const said = new Headers(headers);
  const isPrefetch = said.has("next-router-prefetch") || said.has("next-router-segment-prefetch");
  return method === "GET" && said.get("rsc") === "1" && !isPrefetch;
}

async function read(
  ask: typeof fetch,
  go: (href: string) => void,
  input: RequestInfo | URL,
  init: RequestInit,
): Promise<Response> {
  const href = hrefOf(input);
  const leadsOn = href !== here();
  for (;;) {
    const outcome: Outcome = await ask(input, init)
      .then(whole)
      .catch((error: unknown) => ({ error }));
    if ("error" in outcome ? init.signal?.aborted : !notYet.includes(outcome.status)) {
      if (leadsOn) aside = null;
      return given(outcome);
    }
    if (leadsOn && href !== here()) return setAside(ask, go, href);
    if (!(await deskAnswers(ask))) return given(outcome);
  }
}

/** The answer, once it is here to its end: one that breaks off would be a broken page. */
async function whole(answer: Response): Promise<Response> {
  await answer.clone().arrayBuffer();
  return answer;
}

function given(outcome: Outcome): Response {
  if ("error" in outcome) throw outcome.error;
  return outcome;
}

/** Where the last click leads that could not be followed. */
let aside: string | null = null;

function setAside(ask: typeof fetch, go: (href: string) => void, href: string): Promise<Response> {
  const isFirst = aside === null;
  aside = href;
  // So a page tells Next where it is: the navigation under way ends, and no button waits for it.
  window.history.replaceState(null, "", window.location.href);
  if (isFirst)
    void deskAnswers(ask).then((answers) => {
      const to = aside;
      aside = null;
      if (to === null) return;
      if (answers) go(to);
      else window.location.assign(to);
    });
  return new Promise(() => {});
}

let looking: Promise<boolean> | null = null;

/**
 * All that wait look together. False when somebody else answers in the desk's place, as a sign-in before it does: only
 * loading the page leads there.
 */
function deskAnswers(ask: typeof fetch): Promise<boolean> {
  looking ??= look(ask).finally(() => {
    looking = null;
  });
  return looking;
}

async function look(ask: typeof fetch): Promise<boolean> {
  for (;;) {
    await pause();
    const answer = await ask("/api/health", { cache: "no-store", redirect: "manual" }).catch(() => null);
    if (answer && answer.status < 500) return answer.ok;
  }
}

/** Until it is time to look again, or the browser says that the network is back. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, lookMs);
    window.addEventListener("online", done);
  });
}

/** Next's own mark on its reads is not part of where they lead. */
function hrefOf(input: RequestInfo | URL): string {
  const url = new URL(input instanceof Request ? input.url : input, window.location.href);
  url.searchParams.delete("_rsc");
  url.hash = "";
  return url.href;
}

const here = () => hrefOf(window.location.href);
