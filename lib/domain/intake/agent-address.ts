import { mac, same } from "./reply-address.ts";

export type AgentAddressInput = { mailbox: string; ticketNumber: number; agentId: string; key: Uint8Array };

/**
 * Where one agent answers one ticket by mail: `support+4821a.<mac>@…`. The agent is in the mac, not in the
 * address, so it says nothing about them and works for nobody else.
 */
export function agentReplyAddress({ mailbox, ticketNumber, agentId, key }: AgentAddressInput): string {
  const at = mailbox.lastIndexOf("@");
  return `${mailbox.slice(0, at)}+${ticketNumber}a.${agentMac(key, ticketNumber, agentId)}${mailbox.slice(at)}`;
}

/** The ticket, if the address was made for this very agent; null for forged ones and other people's. */
export function ticketOfAgentAddress(address: string, agentId: string, key: Uint8Array): number | null {
  const [, number, given] = shape.exec(address.trim().toLowerCase()) ?? [];
  if (!number || !given) return null;
  return same(given, agentMac(key, Number(number), agentId)) ? Number(number) : null;
}

const shape = /^[^@]*\+(\d{1,15})a\.([a-z2-7]{20})@/;

function agentMac(key: Uint8Array, ticketNumber: number, agentId: string): string {
  return mac(key, `agent:${agentId.toLowerCase()}:ticket:${ticketNumber}`);
}
