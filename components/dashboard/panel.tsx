import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import { How } from "./figure.tsx";

export type PanelTable = {
  header: readonly string[];
  /** The first cell is the row's name; numbers are set to the right. */
  rows: readonly (readonly (string | number | ReactNode)[])[];
};
export type PanelProps = {
  title: string;
  how: string;
  words: Record<"how" | "table" | "csv" | "nothing", string>;
  csvHref: string;
  table: PanelTable;
  assistant?: boolean;
  className?: string;
  /** The chart; nothing is drawn when the table has no rows. */
  children: ReactNode;
};

/** A chart with the table behind it, its CSV, and how it is counted. */
export function Panel({ title, how, words, csvHref, table, assistant, className, children }: PanelProps) {
  const empty = table.rows.length === 0;
  return (
    <section className={`min-w-0 rounded-lg border border-line p-4 ${className ?? ""}`}>
      <header className="flex items-start justify-between gap-3">
        <h2 className={`font-semibold text-sm ${assistant ? "text-assistant-text" : ""}`}>{title}</h2>
        {!empty && (
          <a
            href={csvHref}
            download
            className="flex min-h-6 items-center gap-1 rounded-sm text-muted text-xs hover:text-ink"
          >
            <Download aria-hidden className="size-3.5" />
            {words.csv}
          </a>
        )}
      </header>
      {empty ? (
        <p className="py-10 text-center text-muted text-sm">{words.nothing}</p>
      ) : (
        <>
          <div className="pt-3">{children}</div>
          <details className="mt-3 text-xs">
            <summary className="inline-block text-faint hover:text-ink">{words.table}</summary>
            <Table caption={title} className="mt-1">
              <TableHead>
                {table.header.map((name, at) => (
                  <TableHeader key={name} numeric={at > 0}>
                    {name}
                  </TableHeader>
                ))}
              </TableHead>
              <TableBody>
                {table.rows.map((row) => (
                  <TableRow key={String(row[0])}>
                    {row.map((cell, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                      <TableCell key={at} numeric={at > 0} className="h-8">
                        {cell}
                      </TableCell>
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </details>
        </>
      )}
      <How label={words.how}>{how}</How>
    </section>
  );
}
