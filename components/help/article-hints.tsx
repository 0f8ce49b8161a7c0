"use client";
import { useEffect, useRef, useState } from "react";

type Hint = { slug: string; title: string };

/** Articles that fit what is being typed in the form around it; each opens beside the form. */
export function ArticleHints({ title, lang }: { title: string; lang: "en" | "ko" }) {
  const here = useRef<HTMLDivElement>(null);
  const [hints, setHints] = useState<Hint[]>([]);

  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let asked = "";
    const typed = () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const data = new FormData(form);
        const question = `${data.get("subject") ?? ""} ${data.get("body") ?? ""}`.trim().slice(0, 500);
        if (question === asked) return;
        asked = question;
        const found = question.length < 4 ? [] : await ask(question, lang);
        if (question === asked) setHints(found);
      }, 350);
    };
    form.addEventListener("input", typed);
    return () => {
      clearTimeout(waiting);
      form.removeEventListener("input", typed);
    };
  }, [lang]);

  return (
    <div ref={here} role="status" className={hints.length > 0 ? "rounded-md bg-sunken px-4 py-3" : "hidden"}>
      <p className="font-medium text-base">{title}</p>
      <ul>
        {hints.map(({ slug, title: name }) => (
          <li key={slug}>
            <a
              href={`/help/articles/${slug}`}
              target="_blank"
              rel="noopener"
              className="block py-1 text-accent-text underline-offset-2 hover:underline"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Nothing found and nothing reached look the same: the form does not need hints. */
async function ask(question: string, lang: string): Promise<Hint[]> {
  try {
    const response = await fetch(`/api/help/search?lang=${lang}&q=${encodeURIComponent(question)}`);
    return response.ok ? (await response.json()).data : [];
  } catch {
    return [];
  }
}
