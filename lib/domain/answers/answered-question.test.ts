import { expect, test } from "vitest";
import { type AnsweredTicket, answeredQuestion, linkedArticles } from "./answered-question.ts";

const solved: AnsweredTicket = {
  status: "solved",
  aside: false,
  question: "How do I reset it?",
  replies: [{ by: "agent", articleIds: ["reset"] }],
  proposed: false,
};

test("a person's solved answer teaches which article it was", () => {
  expect(answeredQuestion(solved)).toEqual({ question: "How do I reset it?", articleId: "reset" });
  const corrected = [
    ...solved.replies,
    { by: "agent", articleIds: ["other"] },
    { by: "agent", articleIds: [] },
  ];
  expect(answeredQuestion({ ...solved, replies: corrected as AnsweredTicket["replies"] })).toMatchObject({
    articleId: "other",
  });
});

test("the assistant's own answer teaches when nobody came back to it", () => {
  const own = { ...solved, replies: [{ by: "assistant" as const, articleIds: ["reset"] }] };
  expect(answeredQuestion(own)).toBeNull();
  expect(answeredQuestion({ ...own, status: "closed" })).toMatchObject({ articleId: "reset" });
});

test("a person who wrote something else than was proposed says that no article answers", () => {
  const other = { ...solved, replies: [{ by: "agent" as const, articleIds: [] }] };
  expect(answeredQuestion(other)).toBeNull();
  expect(answeredQuestion({ ...other, proposed: true })).toMatchObject({ articleId: null });
});

test.each([
  ["it is open", { status: "open" as const }],
  ["it is aside", { aside: true }],
  ["nobody known asked", { question: null }],
  ["nobody answered", { replies: [] }],
])("nothing is learnt when %s", (_, change) => {
  expect(answeredQuestion({ ...solved, ...change })).toBeNull();
});

test("links to the help centre are read wherever they stand", () => {
  expect(linkedArticles("See https://desk.example/help/articles/reset-it?x=1 and /help/articles/b.")).toEqual(
    ["reset-it", "b"],
  );
  expect(linkedArticles("https://desk.example/help/articles/ and /help")).toEqual([]);
});
