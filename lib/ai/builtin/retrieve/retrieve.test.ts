import { describe, expect, test } from "vitest";
import { buildIndex, defaultCalibrator, type IndexedArticle, rank, trainAnswerCalibrator } from "./index.ts";
import { findNames } from "./names.ts";
import { practiceDesks } from "./practice-desk.ts";

const articles: IndexedArticle[] = [
  {
    id: "hours",
    lang: "en",
    title: "Opening hours of the garden",
    body: "We open at nine and close at six. On Mondays we are closed.",
  },
  {
    id: "tickets",
    lang: "en",
    title: "Buy and print tickets",
    body: "Tickets cost eight. Print them or show them on your phone at the gate.",
  },
  {
    id: "dogs",
    lang: "en",
    title: "Dogs and other animals",
    body: "Dogs on a lead are welcome, except in the glasshouse.",
  },
  {
    id: "hours-ko",
    lang: "ko",
    title: "정원 관람 시간",
    body: "아홉 시에 열고 여섯 시에 닫습니다. 월요일은 쉽니다.",
  },
  {
    id: "tickets-ko",
    lang: "ko",
    title: "입장권 구매와 인쇄",
    body: "입장권은 팔천 원입니다. 인쇄하거나 휴대폰으로 보여 주세요.",
  },
  {
    id: "dogs-ko",
    lang: "ko",
    title: "반려견과 동물 입장",
    body: "목줄을 한 강아지는 들어올 수 있지만 온실은 안 됩니다.",
  },
];
const index = buildIndex(articles);

describe("ranking", () => {
  test.each([
    ["when does the garden open?", "hours"],
    ["printing my ticket", "tickets"],
    ["can I bring my puppies", "dogs"],
    ["월요일에도 여나요?", "hours-ko"],
    ["입장권을 인쇄해야 하나요", "tickets-ko"],
    ["강아지랑 같이 가도 돼요?", "dogs-ko"],
  ])("finds the article for %j", (question, id) => {
    expect(rank(index, question)[0]?.articleId).toBe(id);
  });

  test("one language can be asked for", () => {
    expect(rank(index, "동물 animals", 10, { lang: "en" }).map((entry) => entry.articleId)).not.toContain(
      "dogs-ko",
    );
  });

  test("only the first article claims to answer, and nothing shared means nothing found", () => {
    const [first, ...others] = rank(index, "garden tickets and dogs");
    expect(first!.confidence).toBeGreaterThan(0);
    expect(others.every((entry) => entry.confidence === 0 && !entry.accepted)).toBe(true);
    expect(rank(index, "")).toEqual([]);
    expect(rank(index, "xyzzy qwfp")).toEqual([]);
    expect(rank(buildIndex([]), "garden")).toEqual([]);
  });

  test("a solved ticket brings its wording to the article", () => {
    const question = "is the pond frozen in february";
    expect(rank(index, question)[0]?.articleId).not.toBe("hours");
    const taught = articles.map((a) => (a.id === "hours" ? { ...a, solved: ["pond frozen february"] } : a));
    expect(rank(buildIndex(taught), question)[0]?.articleId).toBe("hours");
  });
});

describe("the calibrator", () => {
  const desk = practiceDesks()[0]!;
  const practised = buildIndex(desk.articles);

  test("is surer of questions that have an answer", () => {
    const sure = (known: boolean) => {
      const asked = desk.questions.filter((question) => (question.articleId !== null) === known);
      return (
        asked.reduce((sum, { text }) => sum + (rank(practised, text)[0]?.confidence ?? 0), 0) / asked.length
      );
    };
    expect(sure(true)).toBeGreaterThan(sure(false) + 0.25);
  });

  test("without history it is the practice desk's, and stricter for more precision", () => {
    expect(trainAnswerCalibrator(practised, []).logistic).toEqual(defaultCalibrator().logistic);
    expect(defaultCalibrator(0.95).threshold).toBeGreaterThan(defaultCalibrator(0.8).threshold);
  });

  test("learns the same from the same, and says from how many", () => {
    const learned = trainAnswerCalibrator(practised, desk.questions, 0.9);
    expect(learned.rows).toBeGreaterThan(50);
    expect(trainAnswerCalibrator(practised, desk.questions, 0.9)).toEqual(learned);
  });

  test("is not fooled by questions it has already indexed", () => {
    const solved = desk.articles.map((article) => ({
      ...article,
      solved: desk.questions.filter((q) => q.articleId === article.id).map((q) => q.text),
    }));
    const honest = trainAnswerCalibrator(practised, desk.questions, 0.9);
    const indexed = trainAnswerCalibrator(buildIndex(solved), desk.questions, 0.9);
    expect(indexed.logistic.means[0]!).toBeLessThan(honest.logistic.means[0]! * 1.5);
  });
});

test("names are learned from how articles write them", () => {
  const names = findNames([
    "In Parkly you can pay. Open Parkly and tap Pay. Then we pay Parkly.",
    "파클리 앱 말고 Tramly 앱을 여세요. 그리고 Tramly 설정을 누르세요.",
  ]);
  expect([...names]).toEqual(["parkli", "tramli"]);
});
