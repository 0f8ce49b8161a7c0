import "server-only";
import { readSavedViews } from "#lib/reads/saved-views.ts";
import {
  changeView,
  deleteView,
  type SavedView,
  saveView,
  ViewInput,
} from "#lib/services/lists/save-view.ts";
import { idIn, operation } from "../operation.ts";

export const listViews = operation({
  method: "GET",
  path: "/api/v1/views",
  summary: "Saved views with their counts, which end at 1000: the shared ones, and one's own.",
  run: async (ctx) => ({ data: await readSavedViews(ctx), nextCursor: null }),
});

export const postView = operation({
  method: "POST",
  path: "/api/v1/views",
  summary: "Keeps a list under a name.",
  body: ViewInput,
  status: 201,
  run: async (ctx, { body }) => shown(await saveView(ctx, body)),
});

export const putView = operation({
  method: "PUT",
  path: "/api/v1/views/{id}",
  summary: "Replaces a saved view.",
  body: ViewInput,
  run: async (ctx, { params, body }) =>
    shown(await changeView(ctx, { viewId: idIn(params, "view"), ...body })),
});

export const removeView = operation({
  method: "DELETE",
  path: "/api/v1/views/{id}",
  summary: "Removes a saved view; its tickets stay.",
  async run(ctx, { params }) {
    await deleteView(ctx, { viewId: idIn(params, "view") });
    return { deleted: true };
  },
});

const shown = ({ id, name, filter, columns, agentId }: SavedView) => ({
  id,
  name,
  filter,
  columns,
  shared: agentId === null,
});
