import type { ReactNode } from "react";
import { FirstSteps, type FirstStepsProps } from "#components/shell/first-steps.tsx";
import type { Translate } from "#lib/i18n/translate.ts";
import { type OnboardingStep, readOnboarding } from "#lib/reads/onboarding.ts";
import { getI18n } from "../../_server/i18n.ts";
import { requireAgent } from "../../_server/session.ts";
import { dismissFirstStepsForm, sendTestMailForm } from "../_actions/first-steps.ts";

type Way = Pick<FirstStepsProps["steps"][number], "links" | "press">;

const waysOf = (t: Translate): Record<OnboardingStep, Way> => ({
  test_mail: { links: [], press: { action: sendTestMailForm, label: t("firstSteps.test_mail.do") } },
  mailbox: { links: [{ href: "/settings/mailboxes", label: t("firstSteps.mailbox.do") }] },
  knowledge: {
    links: [
      { href: "/settings/articles?edit=new", label: t("firstSteps.knowledge.do") },
      { href: "/settings/agents?edit=new", label: t("firstSteps.knowledge.invite") },
    ],
  },
  online: { links: [{ href: "/settings/profile", label: t("firstSteps.online.do") }] },
  notifications: { links: [{ href: "/settings/notifications", label: t("firstSteps.notifications.do") }] },
  first_reply: {
    links: [{ href: "/inbox?view=unassigned&sort=waiting", label: t("firstSteps.first_reply.do") }],
  },
});

/** Where a ticket will be, until its three things are done or it was put away. */
export async function firstSteps(): Promise<ReactNode> {
  const [ctx, { t }] = await Promise.all([requireAgent(), getI18n()]);
  const onboarding = await readOnboarding(ctx);
  if (!onboarding) return null;
  const ways = waysOf(t);
  return (
    <FirstSteps
      title={t("firstSteps.title")}
      lead={t("firstSteps.lead")}
      dismiss={{ action: dismissFirstStepsForm, label: t("firstSteps.dismiss") }}
      doneWord={t("firstSteps.done")}
      steps={onboarding.steps.map(({ step, done }) => ({
        key: step,
        done,
        title: t(`firstSteps.${step}.title`),
        hint: t(`firstSteps.${step}.hint`),
        ...ways[step],
      }))}
    />
  );
}
