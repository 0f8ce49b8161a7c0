import { accountStories } from "./account-stories.ts";
import { deliveryStories } from "./delivery-stories.ts";
import { difficultStories } from "./difficult-stories.ts";
import { earlierStories } from "./earlier-stories.ts";
import { gearStories } from "./gear-stories.ts";
import { returnsStories } from "./returns-stories.ts";
import type { Story } from "./story.ts";

export const demoStories: readonly Story[] = [
  ...earlierStories,
  ...deliveryStories,
  ...returnsStories,
  ...accountStories,
  ...gearStories,
  ...difficultStories,
];
