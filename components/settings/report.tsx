"use client";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { SettingsReport } from "./field-spec.ts";

/** What a trial found, beside the form that asked. */
export function Report({ report }: { report: SettingsReport }) {
  const { title, lines, table, tickets = [] } = report;
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new report is brought into sight
  useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), [report]);
  return (
    <div
      ref={box}
      role="status"
      className="rounded-md sm:col-span-2 border border-line-strong bg-sunken px-4 py-3 text-sm"
    >
      <p className="font-semibold">{title}</p>
      {lines.map((line) => (
        <p key={line} className="mt-1">
          {line}
        </p>
      ))}
      {table && (
        <div className="mt-2">
          <Table caption={table.caption}>
            <TableHead>
              {table.header.map((name, at) => (
                <TableHeader key={name} numeric={at > 0}>
                  {name}
                </TableHeader>
              ))}
            </TableHead>
            <TableBody>
              {table.rows.map((row) => (
                <TableRow key={row[0]}>
                  {row.map((cell, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                    <TableCell key={at} numeric={at > 0}>
                      {cell}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
      {tickets.map(({ title: name, numbers }) => (
        <p key={name} className="mt-2">
          {name}:{" "}
          {numbers.map((number) => (
            <Link
              key={number}
              href={`/tickets/${number}` as never}
              prefetch={false}
              className="tabular mr-2 text-accent-text underline-offset-2 hover:underline"
            >
              #{number}
            </Link>
          ))}
        </p>
      ))}
    </div>
  );
}
