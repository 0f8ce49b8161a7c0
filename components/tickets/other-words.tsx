"use client";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { PlainText } from "./plain-text.tsx";

export type OtherWordsProps = {
  title: string;
  text: string;
  /** Ours count; the others go. */
  onKeepMine: () => void;
  /** Both, ours above theirs. */
  onJoin: () => void;
  onTakeTheirs: () => void;
};

/** Two texts of one thing, from two windows or two people: neither goes without being asked. */
export function OtherWords({ title, text, onKeepMine, onJoin, onTakeTheirs }: OtherWordsProps) {
  const { t } = useI18n();
  return (
    <div role="alert" className="mb-2 rounded-md border border-soon-text/40 bg-canvas px-3 py-2 text-sm">
      <p className="font-medium">{title}</p>
      <div className="my-1 max-h-32 overflow-y-auto border-line border-l-2 pl-2 text-muted">
        <PlainText text={text} />
      </div>
      <p className="flex flex-wrap gap-2">
        <Button size="sm" onClick={onJoin}>
          {t("composer.joinWords")}
        </Button>
        <Button size="sm" onClick={onKeepMine}>
          {t("composer.keepMine")}
        </Button>
        <Button size="sm" onClick={onTakeTheirs}>
          {t("composer.takeTheirs")}
        </Button>
      </p>
    </div>
  );
}
