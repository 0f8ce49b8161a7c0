"use client";
import { ChevronDown, Clock3, SendHorizontal } from "lucide-react";
import { useState } from "react";
import { Button, buttonClass } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Menu, MenuItem, MenuLabel, MenuRadio, MenuSeparator } from "../ui/menu.tsx";
import { SendLater } from "./send-later.tsx";
import { type ReplyStatus, settableStatuses } from "./ticket-actions.ts";

export type ComposerSendProps = {
  status: ReplyStatus;
  onStatus: (status: ReplyStatus) => void;
  disabled: boolean;
  onSend: (sendAt?: string) => void;
};

/** Sends now or later, and says where the ticket stands afterwards. */
export function ComposerSend({ status, onStatus, disabled, onSend }: ComposerSendProps) {
  const { t } = useI18n();
  const [later, setLater] = useState(false);
  return (
    <span className="inline-flex">
      <Button look="primary" onClick={() => onSend()} disabled={disabled} className="rounded-r-none">
        <SendHorizontal /> {t("composer.sendAnd", { status: t(`status.${status}`) })}
      </Button>
      <Menu
        side="top"
        align="end"
        trigger={
          <button
            type="button"
            aria-label={t("composer.after")}
            disabled={disabled}
            className={cx(buttonClass("primary"), "rounded-l-none border-accent-ink/25 border-l px-1.5!")}
          >
            <ChevronDown />
          </button>
        }
      >
        <MenuLabel>{t("composer.after")}</MenuLabel>
        <MenuRadio
          value={status}
          onValueChange={onStatus}
          options={settableStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
        <MenuSeparator />
        <MenuItem icon={<Clock3 />} onSelect={() => setLater(true)}>
          {t("composer.sendLater")}
        </MenuItem>
      </Menu>
      <SendLater open={later} onClose={() => setLater(false)} onChoose={onSend} />
    </span>
  );
}
