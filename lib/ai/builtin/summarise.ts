import type { HandOffReason } from "#lib/domain/answers/gate.ts";
import type { HandOffSummary, MissingFact } from "#lib/domain/answers/hand-off.ts";
import { namedOrders } from "#lib/domain/customers/name-order.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { UntrustedThread } from "#lib/domain/triage/thread.ts";
import { sentencesOf } from "./cues/prepare-text.ts";

export const summaryVersion = "extract-3";

export type Tried = {
  reason: HandOffReason | null;
  assistantReplies: readonly string[];
  articlesOffered: readonly string[];
};

const asks =
  /[?？]|please|could you|can you|i(?:'d| would) like|i (?:want|need)|주세요|주십시오|부탁|바랍니다|싶|궁금|나요|까요|습니까|해 ?달/iu;
const attempts =
  /\b(?:i|we)(?:'ve| have)? (?:already |also )?(?:tried|restarted|reinstalled|checked|cleared|updated|called|wrote|contacted|reset|sent|followed)\b|해 ?봤|해 ?보았|(?:시도|재설치|초기화)(?:했|하였|도)|이미 .{0,12}했|전화했|문의했/iu;
/** "How do I reset it?" asks, and tells of nothing that was done. */
const question = /[?？]\s*$/u;
const factFinders: readonly { kind: HandOffSummary["facts"][number]["kind"]; find: RegExp }[] = [
  { kind: "link", find: /https?:\/\/[^\s<>"')]+/giu },
  { kind: "money", find: /[$€£¥₩]\s?\d[\d,.]*\d|\d[\d,.]*\s?(?:원|달러|만 ?원)/giu },
  {
    kind: "date",
    find: /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}월 ?\d{1,2}일|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b/giu,
  },
  {
    kind: "order",
    find: /(?<![\p{N}A-Z]|\d[ -])(?:#|\b(?:order|no\.?|number|주문(?:번호)?)\s*[:#]?\s*)?(?:[A-Z]{1,4}-?)?\d{5,}(?!\d|[ -]?\d|\s?(?:원|달러|won\b))/giu,
  },
];

export function summariseHandOff(
  thread: UntrustedThread,
  evidence: TriageEvidence,
  tried: Tried,
): HandOffSummary {
  const sentences = once(sentencesOf(evidence.text).map((sentence) => sentence.text));
  const wants = sentences.filter((sentence) => asks.test(sentence)).slice(0, 3);
  const facts = factFinders
    .flatMap(({ kind, find }) =>
      once([...evidence.text.matchAll(find)].map((match) => match[0].trim())).map((text) => ({ kind, text })),
    )
    .slice(0, 8);
  return {
    wants: wants.length > 0 ? wants : [evidence.summary].filter(Boolean),
    tried: [
      ...sentences
        .filter((sentence) => attempts.test(sentence) && !question.test(sentence))
        .slice(0, 3)
        .map((text) => ({ by: "customer" as const, text })),
      ...tried.articlesOffered.slice(0, 3).map((text) => ({ by: "article" as const, text })),
      ...tried.assistantReplies
        .slice(-1)
        .map((reply) => ({ by: "reply" as const, text: reply.slice(0, 160) })),
    ],
    missing: missingFrom(evidence, thread),
    facts,
    reason: tried.reason,
  };
}

/** Each thing said once, however it is written. */
function once(said: readonly string[]): string[] {
  return [...new Map(said.map((text) => [text.toLowerCase(), text] as const)).values()];
}

const aboutOrders = /order|deliver|parcel|refund|return|exchange|주문|배송|택배|환불|반품|교환/iu;
const aboutDevices = /\bapp\b|crash|screen|browser|upload|앱|화면|오류|실행|업로드/iu;

function missingFrom(evidence: TriageEvidence, thread: UntrustedThread): MissingFact[] {
  const missing: MissingFact[] = [];
  if (aboutOrders.test(evidence.text) && namedOrders(evidence.text).length === 0)
    missing.push("order_number");
  if (
    aboutDevices.test(evidence.text) &&
    !/android|iphone|ios|windows|mac|chrome|safari|firefox|갤럭시|아이폰|안드로이드|윈도우|크롬/iu.test(
      evidence.text,
    )
  )
    missing.push("device");
  if (thread.messages.length === 0) missing.push("message");
  return missing;
}
