import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { listApiTickets, TicketsQuery } from "#lib/reads/api/list-tickets.ts";
import { largeDesk } from "./large/desk.ts";
import { misspelt, vocabulary } from "./large/words.ts";
import { quantiles } from "./quantiles.ts";

/**
 * How long a search takes among so many tickets, as the API's operation answers it: rare, common, two Korean syllables,
 * misspelt in both languages, and with an operator. The floor is one index look-up of the same database.
 *
 *     node bench/search.ts 1000000
 */
const [count = "1000000", folder = join(tmpdir(), "baton-large"), times = "40"] = process.argv.slice(2);
const desk = await largeDesk(folder, Number(count));
const { ctx, connection } = desk;
try {
  const en = vocabulary("en", 30_000);
  const searches: Record<string, string[]> = {
    rare: en.slice(29_000, 29_200).map(({ text }) => text),
    common: ["parcel", "order", "delivery", "refund", "return"],
    "two common words": ["parcel refund", "order delivery", "return invoice"],
    "two-syllable Korean": ["환불", "배송", "주문을", "교환이"],
    "compound Korean": ["환불요청", "배송조회"],
    misspelt: ["parcel", "delivery", "invoice", "password", "account"].map(misspelt),
    "misspelt Korean": ["배숑", "환블", "쥬문"],
    "common, unsolved": ["parcel status:unsolved", "환불 status:unsolved"],
    "from:": ["from:customer77@customer.test", "from:customer12"],
  };
  const floor: number[] = [];
  for (let n = 0; n < 200; n++) {
    floor.push(await timed(() => connection.sql`select id from tickets where number = ${n + 1}`));
  }
  const figures: Record<string, unknown> = {
    tickets: Number(count),
    fillSeconds: desk.fillSeconds,
    floorMs: quantiles(floor),
  };
  for (const [name, words] of Object.entries(searches)) {
    const taken: number[] = [];
    let found = 0;
    for (let n = 0; n < Number(times) + 3; n++) {
      const query = TicketsQuery.parse({ q: words[n % words.length] });
      const ms = await timed(async () => {
        found += (await listApiTickets(ctx, query)).data.length;
      });
      if (n >= 3) taken.push(ms);
    }
    figures[name] = {
      ...quantiles(taken),
      n: taken.length,
      foundOnAverage: Math.round(found / (Number(times) + 3)),
    };
  }
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await desk.stop();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
