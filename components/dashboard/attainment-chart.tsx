"use client";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { axis, tooltip } from "./chart-look.ts";

export type AttainmentBar = { day: string; met: number; missed: number };

/** Deadlines of each day: met below, missed on top in red. */
export function AttainmentChart({
  days,
  words,
}: {
  days: AttainmentBar[];
  words: { met: string; missed: string };
}) {
  return (
    <div className="h-56" aria-hidden>
      <ResponsiveContainer>
        <BarChart data={days} margin={{ top: 4, right: 0, bottom: 0, left: -24 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="day" {...axis} />
          <YAxis allowDecimals={false} {...axis} />
          <Tooltip {...tooltip} />
          <Bar
            dataKey="met"
            name={words.met}
            stackId="a"
            fill="var(--accent)"
            maxBarSize={36}
            isAnimationActive={false}
          />
          <Bar
            dataKey="missed"
            name={words.missed}
            stackId="a"
            fill="var(--breach)"
            radius={[2, 2, 0, 0]}
            maxBarSize={36}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
