import Link from "next/link";

export type Topic = { key: string; name: string | null; articles: { slug: string; title: string }[] };

export function TopicList({ topics, other }: { topics: readonly Topic[]; other: string }) {
  return (
    <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
      {topics.map(({ key, name, articles }) => (
        <section key={key}>
          <h2 className="mb-1 font-semibold">{name ?? other}</h2>
          <ul>
            {articles.map(({ slug, title }) => (
              <li key={slug}>
                <Link
                  href={`/help/articles/${slug}`}
                  prefetch={false}
                  className="block py-1.5 text-muted hover:text-accent-text hover:underline"
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
