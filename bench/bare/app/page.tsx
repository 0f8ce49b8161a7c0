import { connection } from "next/server";

/** Fifty rows and nothing else: what a page costs before it does anything. */
export default async function Page() {
  await connection();
  return (
    <ul>
      {Array.from({ length: 50 }, (_, n) => ({
        id: n,
        name: `Customer ${n}`,
        subject: `Where is parcel ${n}?`,
      })).map(({ id, name, subject }) => (
        <li key={id}>
          <a href={`/tickets/${id}`}>
            <span>{name}</span> <b>{subject}</b> <time>{new Date().toISOString()}</time>
          </a>
        </li>
      ))}
    </ul>
  );
}
