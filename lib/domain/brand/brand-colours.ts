/**
 * The accents a brand colour gives: the colour itself where text on it can be read, otherwise darkened for the
 * light theme and lightened for the dark one until the contrast is 4.5:1 (WCAG 2.2, 1.4.3).
 */
export function brandColours(hex: string): { light: string; dark: string } {
  const colour = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return { light: mixUntil(colour, 0, white), dark: mixUntil(colour, 255, night) };
}

const white = [255, 255, 255];
/** The dark theme's canvas. */
const night = [18, 19, 21];

function mixUntil(colour: number[], towards: number, behind: number[]): string {
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = colour.map((part) => Math.round(part + (towards - part) * share));
    if (contrast(mixed, behind) >= 4.6) return toHex(mixed);
  }
  return toHex([towards, towards, towards]);
}

export function contrast(one: readonly number[], other: readonly number[]): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const toHex = (colour: number[]): string =>
  `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
