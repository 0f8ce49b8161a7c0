import { account } from "./account.ts";
import { app } from "./app.ts";
import type { SeedArticle } from "./article.ts";
import { business } from "./business.ts";
import { delivery } from "./delivery.ts";
import { membership } from "./membership.ts";
import { payment } from "./payment.ts";
import { privacy } from "./privacy.ts";
import { product } from "./product.ts";
import { refunds } from "./refunds.ts";
import { returns } from "./returns.ts";
import { stock } from "./stock.ts";
import { warranty } from "./warranty.ts";

/** The help centre of Sanmaru, the shop in the demo, by category key. */
export const demoArticles: Readonly<Record<string, readonly SeedArticle[]>> = {
  delivery,
  returns,
  refunds,
  payment,
  account,
  product,
  warranty,
  membership,
  app,
  stock,
  privacy,
  business,
};
