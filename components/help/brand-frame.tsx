import type { CSSProperties, ReactNode } from "react";
import { brandColours } from "#lib/domain/brand/brand-colours.ts";

/** The customer's pages: large text, one brand colour in place of the desk's accent. */
export function BrandFrame({ colour, children }: { colour: string | null; children: ReactNode }) {
  return (
    <div
      className="flex min-h-dvh flex-col bg-canvas text-ink text-md"
      style={colour ? accent(colour) : undefined}
    >
      {children}
    </div>
  );
}

function accent(colour: string): CSSProperties {
  const { light, dark } = brandColours(colour);
  const both = (one: string, other: string) => `light-dark(${one}, ${other})`;
  return {
    "--accent": both(light, dark),
    "--accent-hover": both(
      `color-mix(in srgb, ${light}, black 15%)`,
      `color-mix(in srgb, ${dark}, white 15%)`,
    ),
    "--accent-ink": both("#ffffff", "#101214"),
    "--accent-text": both(light, dark),
    "--accent-soft": both(
      `color-mix(in srgb, ${light}, white 88%)`,
      `color-mix(in srgb, ${dark}, black 80%)`,
    ),
  } as CSSProperties;
}
