"use client";
import { createContext } from "react";

/** What a message in the thread can ask of its page. */
export interface MessageActions {
  /** The mail's HTML with its remote images; null when there is none. */
  showImages(messageId: string): Promise<string | null>;
  /** Takes a reply back that has not left. */
  takeBack(messageId: string): void;
}

export const MessageActionsContext = createContext<MessageActions | null>(null);
