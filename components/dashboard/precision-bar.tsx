/** The interval that holds the true precision, what was measured, and the target: shares, 0..1. */
export function PrecisionBar({
  low,
  high,
  measured,
  target,
}: {
  low: number;
  high: number;
  measured: number;
  target: number;
}) {
  const percent = (share: number) => `${100 * share}%`;
  return (
    <div aria-hidden className="relative h-2 rounded-full bg-sunken">
      <span
        className="absolute inset-y-0 rounded-full bg-assistant-line"
        style={{ left: percent(low), right: percent(1 - high) }}
      />
      <span
        className="absolute -inset-y-0.5 w-0.5 bg-assistant"
        style={{ left: `calc(${percent(measured)} - 1px)` }}
      />
      <span className="absolute -inset-y-1 w-px bg-ink" style={{ left: percent(target) }} />
    </div>
  );
}
