import { type Knowledge, wordings } from "../knowledge.ts";
import { sentencesOf } from "./cues/prepare-text.ts";
import { starterRows } from "./starter-pack/starter-rows.ts";

/** So many articles name what their categories are about; more would take longer to learn than a desk takes to open. */
const mostArticles = 100;

/**
 * What a classifier can learn from before anybody sorted a ticket: names, descriptions and examples of the
 * categories, their articles, and the starter pack's phrases. Everything counts as naming, nothing as a
 * labelled ticket, so that nothing is certified by it.
 */
export function firstDayWords(knowledge: Knowledge): Record<string, string[]> {
  const words: Record<string, string[]> = {};
  for (const category of knowledge.categories) {
    words[category.id] = [
      ...wordings(category.name),
      ...wordings(category.description),
      ...(category.examples ?? []),
    ];
  }
  for (const { text, label } of starterRows(knowledge.categories)) words[label!]?.push(text);
  for (const { title, body, categoryId } of knowledge.articles.slice(0, mostArticles)) {
    if (categoryId)
      words[categoryId]?.push(
        title,
        ...sentencesOf(body)
          .slice(0, 6)
          .map((sentence) => sentence.text),
      );
  }
  return words;
}
