import { Pencil, Plus } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import { SavedNote } from "./saved-note.tsx";

export type SettingsListProps = {
  title: string;
  lead: string;
  words: Record<"add" | "edit" | "empty" | "saved", string>;
  /** Where "add" leads; left out, nothing can be added here. */
  addHref?: string;
  saved: boolean;
  header: readonly string[];
  rows: readonly {
    key: string;
    editHref?: string;
    cells: readonly ReactNode[];
    /** Where the order of the lines means something: what moves this one. */
    order?: ReactNode;
  }[];
  /** Between the head and the list: an open form, a filter. */
  children?: ReactNode;
};

/** A settings page: what there is, and the form for one of them when the address says so. */
export function SettingsList({
  title,
  lead,
  words,
  addHref,
  saved,
  header,
  rows,
  children,
}: SettingsListProps) {
  return (
    <>
      <PageHeader
        title={title}
        description={lead}
        actions={
          addHref && (
            <Link href={addHref} prefetch={false} className={buttonClass("primary", "md")}>
              <Plus aria-hidden />
              {words.add}
            </Link>
          )
        }
      />
      {saved && <SavedNote>{words.saved}</SavedNote>}
      {children}
      {rows.length === 0 ? (
        <p className="py-10 text-center text-muted text-sm">{words.empty}</p>
      ) : (
        <Table caption={title} className="max-sm:block">
          <TableHead className="max-sm:sr-only">
            {header.map((name) => (
              <TableHeader key={name}>{name}</TableHeader>
            ))}
            <TableHeader>
              <span className="sr-only">{words.edit}</span>
            </TableHeader>
          </TableHead>
          <TableBody className="max-sm:block">
            {rows.map(({ key, editHref, cells, order }) => (
              <TableRow key={key} className={stackedRow}>
                {cells.map((cell, at) => (
                  <TableCell
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                    key={at}
                    data-name={header[at]}
                    className={cx("max-w-80", at === 0 ? stackedTitle : stackedFact)}
                  >
                    {cell}
                  </TableCell>
                ))}
                <TableCell className={stackedActions}>
                  <div className="flex items-center justify-end gap-2">
                    {order}
                    {editHref && (
                      <Link href={editHref} prefetch={false} className={buttonClass("quiet", "sm")}>
                        <Pencil aria-hidden />
                        {words.edit}
                      </Link>
                    )}
                  </div>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}

/** On a phone a line is a card: its name and what can be done, below it the other columns with their names. */
const stackedRow = "max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-3 max-sm:py-2";
const stackedCell = "max-sm:block max-sm:h-auto max-sm:min-w-0 max-sm:max-w-none max-sm:px-0 max-sm:py-0.5";
const stackedTitle = `${stackedCell} max-sm:self-center max-sm:font-medium`;
const stackedFact = `${stackedCell} max-sm:col-span-2 max-sm:row-start-auto max-sm:text-xs max-sm:text-muted max-sm:[overflow-wrap:anywhere] max-sm:empty:hidden max-sm:before:mr-1.5 max-sm:before:text-faint max-sm:before:content-[attr(data-name)]`;
const stackedActions = `${stackedCell} max-sm:col-start-2 max-sm:row-start-1`;

/** A form opened on a settings page, with what else can be done to the thing below it. */
export function OpenForm({
  title,
  children,
  below,
}: {
  title: string;
  children: ReactNode;
  below?: ReactNode;
}) {
  return (
    <section className="mb-8 rounded-lg border border-line-strong p-4">
      <h2 className="mb-3 font-semibold">{title}</h2>
      {children}
      {below && (
        <div className="mt-5 flex flex-wrap items-start gap-2 border-line border-t pt-4">{below}</div>
      )}
    </section>
  );
}
