"use client";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { axis, tooltip } from "./chart-look.ts";

export type BacklogBar = { queue: string; under4h: number; under1d: number; under3d: number; older: number };

const shades = {
  under4h: "color-mix(in srgb, var(--ink-faint) 30%, var(--canvas))",
  under1d: "color-mix(in srgb, var(--ink-faint) 65%, var(--canvas))",
  under3d: "var(--soon)",
  older: "var(--breach)",
} as const;

/** Unsolved tickets of each queue, the oldest to the right in warning colours. */
export function BacklogChart({
  queues,
  words,
}: {
  queues: BacklogBar[];
  words: Record<keyof typeof shades, string>;
}) {
  return (
    <div style={{ height: 36 * queues.length + 32 }} aria-hidden>
      <ResponsiveContainer>
        <BarChart
          layout="vertical"
          data={queues}
          margin={{ top: 0, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis type="number" allowDecimals={false} {...axis} />
          <YAxis type="category" dataKey="queue" width={116} {...axis} />
          <Tooltip {...tooltip} />
          {(Object.keys(shades) as (keyof typeof shades)[]).map((age) => (
            <Bar
              key={age}
              dataKey={age}
              name={words[age]}
              stackId="a"
              fill={shades[age]}
              maxBarSize={18}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
