import { BlockList, isIP } from "node:net";

/** Not the open internet: RFC 6890 and its updates; IPv6 addresses that carry an IPv4 one too. */
const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  inside.addSubnet(net, bits, "ipv4");
}

/** Whether an address is out on the internet. IPv6: global unicast only, without tunnels back to IPv4. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inside.check(address, "ipv4");
  if (family !== 6) return false;
  const global = new BlockList();
  global.addSubnet("2000::", 3, "ipv6");
  const tunnels = new BlockList();
  tunnels.addSubnet("2001::", 32, "ipv6");
  tunnels.addSubnet("2001:db8::", 32, "ipv6");
  tunnels.addSubnet("2002::", 16, "ipv6");
  return global.check(address, "ipv6") && !tunnels.check(address, "ipv6");
}
