"use client";
import { createContext } from "react";
import type { TranslationView } from "#lib/reads/ticket-translations.ts";
import type { ActionResult } from "../ticket-actions.ts";

export type TranslationRequest =
  | { of: "message"; messageId: string; to: string }
  | { of: "reply"; ticketId: string; text: string; to: string };

export type AskTranslation = (request: TranslationRequest) => Promise<ActionResult>;

export interface Translations {
  /** A model is configured. */
  available: boolean;
  known: readonly TranslationView[];
  ask: AskTranslation;
}

export const TranslationContext = createContext<Translations | null>(null);
