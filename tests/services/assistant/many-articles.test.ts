import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { articleSearch, articles } from "#db/schema/index.ts";
import { createAssistant } from "#lib/ai/assistant.ts";
import { untrusted } from "#lib/domain/triage/thread.ts";
import { readKnowledge } from "#lib/reads/knowledge.ts";
import { fillArticleSearch } from "#lib/services/search/fill-article-search.ts";
import { updateArticle } from "#lib/services/settings/articles.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, contextOn } from "#tests/support/factories.ts";
import { anArticle } from "#tests/support/tickets.ts";

const many = 1_400;
let desk: TestDatabase;
beforeAll(async () => {
  desk = await createTestDatabase();
  await aDesk(desk);
  const parts = ["hinge", "strap", "valve", "buckle", "lens", "zipper", "sole"];
  const rows = Array.from({ length: many }, (_, i) => ({
    slug: `part-${i}`,
    lang: i % 2 ? ("en" as const) : ("ko" as const),
    title: i % 2 ? `Replace the ${parts[i % 7]} of model ${i}` : `모델 ${i} 부품 교체`,
    body: i % 2 ? `Order part ${i} and follow the leaflet.` : `부품 ${i}번을 주문해 주세요.`,
    publishedAt: new Date(),
    updatedAt: new Date(),
  }));
  await desk.db.insert(articles).values(rows);
});
afterAll(() => desk.drop());

const know = () => readKnowledge(desk.db, "https://desk.example");

async function answerTo(text: string) {
  const assistant = createAssistant({ knowledge: await know() });
  const message = { id: "m", from: "customer" as const, text: untrusted(text), at: new Date() };
  const thread = {
    ticketId: "t",
    version: 1,
    subject: untrusted(""),
    channel: "email" as const,
    messages: [message],
  };
  const { evidence } = await assistant.triage(thread);
  return (await assistant.draftReply(thread, evidence)).draft.articleId;
}

test("of more articles than are held, the one that answers is found in the database, in its language", async () => {
  const password = await anArticle(desk, {
    title: "Set a new password",
    body: "Press “Forgot password” on the sign-in page. The link we mail you works for one hour.",
  });
  const korean = await anArticle(desk, {
    lang: "ko",
    title: "새 비밀번호 설정",
    body: "로그인 화면에서 ‘비밀번호 찾기’를 눌러 주세요. 링크는 한 시간 동안 쓸 수 있어요.",
  });
  expect(await fillArticleSearch(contextOn(desk))).toBe(many + 2);
  expect(await fillArticleSearch(contextOn(desk))).toBe(0);

  const { articles: held, findArticles } = await know();
  expect(held.length).toBeLessThanOrEqual(1_000);
  expect((await findArticles!("valve of model 16", "en"))[0]).toMatchObject({ lang: "en" });
  expect(await findArticles!("?!", "en")).toEqual([]);
  expect(await answerTo("I forgot my password, how do I set a new one?")).toBe(password.id);
  expect(await answerTo("비밀번호를 잊어버렸는데 어떻게 다시 설정하나요?")).toBe(korean.id);
});

test("new words are found as soon as they are filled in, and an article taken back is not", async () => {
  const [row] = await desk.db.select().from(articles).where(eq(articles.slug, "part-3"));
  const me = contextOn(desk);
  const { version } = await updateArticle(me, { articleId: row!.id, version: 1, title: "Zeppelin spares" });
  expect(await fillArticleSearch(contextOn(desk))).toBe(1);
  const { findArticles } = await know();
  expect((await findArticles!("zeppelin", "en")).map(({ id }) => id)).toEqual([row!.id]);
  expect(await findArticles!("zeppelin", "ko")).toEqual([]);
  await updateArticle(me, { articleId: row!.id, version, published: false });
  expect(await findArticles!("zeppelin", "en")).toEqual([]);
});

test("a desk that holds its articles keeps no index of them", async () => {
  await desk.db.delete(articles).where(eq(articles.lang, "ko"));
  await desk.db.delete(articleSearch);
  expect(await fillArticleSearch(contextOn(desk))).toBe(0);
  expect((await know()).findArticles).toBeUndefined();
});
