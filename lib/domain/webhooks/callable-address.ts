/**
 * Whether a webhook may point there: https on the internet, or a host that the installation names as its own
 * (`host` or `host:port`), by http too. What a name resolves to is looked at when it is called.
 */
export function callableAddress(
  url: string,
  privateHosts: readonly string[],
): "yes" | "not_https" | "no_address" | "has_password" {
  if (!URL.canParse(url)) return "no_address";
  const { protocol, username, password } = new URL(url);
  if (username || password) return "has_password";
  if (protocol === "https:" || (protocol === "http:" && isPrivateHost(url, privateHosts))) return "yes";
  return "not_https";
}

/** Whether the installation says that this host of its own network may be called. */
export function isPrivateHost(url: string, privateHosts: readonly string[]): boolean {
  const { hostname, host } = new URL(url);
  return privateHosts.some((known) => known === hostname || known === host);
}
