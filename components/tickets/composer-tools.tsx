"use client";
import { AtSign, Bold, ImagePlus, Italic, Link2, List, ListOrdered, Quote, Slash } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { DeskChoices } from "#lib/reads/desk-choices.ts";
import type { MacroView } from "#lib/reads/macros.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Input } from "../ui/input.tsx";
import { Picker } from "../ui/picker.tsx";
import type { Format } from "../writing/writing.ts";
import type { WritingHandle } from "../writing/writing-field.tsx";
import { macroWords } from "./macro-words.ts";

export type Tool = "macro" | "mention" | "link";

export type ComposerToolsProps = {
  field: RefObject<WritingHandle | null>;
  isNote: boolean;
  /** What is open; the signs `/` and `@` open it from the words. */
  tool: { name: Tool; sign?: "/" | "@" } | null;
  onTool: (tool: { name: Tool; sign?: "/" | "@" } | null) => void;
  choices: DeskChoices;
  me: { id: string };
  readMacros: () => Promise<MacroView[]>;
  onMacro: (macroId: string) => void;
  onFiles: (files: readonly File[]) => void;
};

const formats: [Format, typeof Bold, string][] = [
  ["bold", Bold, "⌘ B"],
  ["italic", Italic, "⌘ I"],
  ["bullets", List, "⌘ ⇧ 8"],
  ["numbers", ListOrdered, "⌘ ⇧ 7"],
  ["quote", Quote, "⌘ ⇧ 9"],
];

/** The row of buttons above the words; everything in it has a key as well. */
export function ComposerTools(props: ComposerToolsProps) {
  const { field, isNote, tool, onTool, choices, me, readMacros, onMacro, onFiles } = props;
  const { t, locale } = useI18n();
  const [macros, setMacros] = useState<MacroView[]>([]);
  const image = useRef<HTMLInputElement>(null);
  const open = tool?.name;
  const picked = useRef(false);
  useEffect(() => {
    if (open === "macro") void readMacros().then(setMacros, () => setMacros([]));
  }, [open, readMacros]);

  /** Closed without a choice: the sign was meant as a sign. */
  const close = () => {
    const sign = tool?.sign;
    onTool(null);
    requestAnimationFrame(() => {
      if (!picked.current && sign) field.current?.rich((editor) => editor.insertText(sign));
      picked.current = false;
      field.current?.focus();
    });
  };
  const choose = (act: () => void) => {
    picked.current = true;
    act();
  };
  const toggle = (name: Tool) => (shown: boolean) => (shown ? onTool({ name }) : close());

  return (
    <div className="mb-1 flex flex-col">
      <div
        role="toolbar"
        aria-label={t("composer.tools")}
        className="-ml-1 flex items-center overflow-x-auto"
      >
        <Picker
          label={t("macros.find")}
          value={null}
          options={macros.map((macro) => ({
            value: macro.id,
            label: macro.name[locale],
            hint: macroWords(macro.actions, { t, locale, choices }).slice(0, 1).join(""),
          }))}
          onPick={(id) => choose(() => onMacro(id))}
          open={open === "macro"}
          onOpenChange={toggle("macro")}
          trigger={
            <button
              type="button"
              aria-label={t("macros.title")}
              title={`${t("macros.title")} /`}
              className={square}
            >
              <Slash />
            </button>
          }
        />
        {isNote && (
          <Picker
            label={t("composer.mention")}
            value={null}
            options={choices.agents
              .filter(({ id }) => id !== me.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onPick={(id) =>
              choose(() => {
                const name = choices.agents.find((agent) => agent.id === id)?.name ?? "";
                field.current?.rich((editor) => editor.insertMention(id, name));
              })
            }
            open={open === "mention"}
            onOpenChange={toggle("mention")}
            trigger={
              <button
                type="button"
                aria-label={t("composer.mention")}
                title={`${t("composer.mention")} @`}
                className={square}
              >
                <AtSign />
              </button>
            }
          />
        )}
        {formats.map(([format, Icon, keys]) => (
          <IconButton
            key={format}
            label={t(`composer.format.${format}`)}
            shortcut={keys}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => field.current?.rich((editor) => editor.format(format))}
          >
            <Icon />
          </IconButton>
        ))}
        <IconButton
          label={t("composer.format.link")}
          shortcut="⌘ ⇧ K"
          aria-expanded={open === "link"}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() =>
            open === "link" ? onTool(null) : field.current?.rich(() => onTool({ name: "link" }))
          }
        >
          <Link2 />
        </IconButton>
        <IconButton label={t("composer.format.image")} onClick={() => image.current?.click()}>
          <ImagePlus />
        </IconButton>
        <input
          ref={image}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          multiple
          hidden
          aria-label={t("composer.format.image")}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {open === "link" && <LinkRow field={field} onDone={close} />}
    </div>
  );
}

const square =
  "inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink disabled:opacity-40 data-[popup-open]:bg-hover pointer-coarse:size-11 [&_svg]:size-4";

function LinkRow({ field, onDone }: { field: RefObject<WritingHandle | null>; onDone: () => void }) {
  const { t } = useI18n();
  const now = field.current?.editor?.selectedLink() ?? "";
  const [target, setTarget] = useState(now);
  const [bad, setBad] = useState(false);
  return (
    <form
      className="mb-1 flex items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (field.current?.editor?.link(target.trim())) onDone();
        else setBad(true);
      }}
    >
      <Input
        type="text"
        inputMode="url"
        autoFocus
        aria-label={t("composer.linkTo")}
        aria-invalid={bad}
        placeholder="https://"
        value={target}
        onChange={(event) => {
          setTarget(event.target.value);
          setBad(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone();
        }}
      />
      <Button type="submit" size="sm">
        {t("composer.setLink")}
      </Button>
      {now && (
        <Button
          size="sm"
          look="quiet"
          onClick={() => {
            field.current?.editor?.unlink();
            onDone();
          }}
        >
          {t("composer.removeLink")}
        </Button>
      )}
      {bad && (
        <span role="alert" className="text-breach-text text-xs">
          {t("composer.badLink")}
        </span>
      )}
    </form>
  );
}
