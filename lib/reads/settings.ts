import { asc, desc, eq, ilike, isNull, sql } from "drizzle-orm";
import {
  agentSkills,
  agents,
  apiTokens,
  articles,
  calendars,
  categories,
  categorySkills,
  mailboxes,
  priorityRules,
  queueMembers,
  queueSkills,
  queues,
  sessions,
  skillRules,
  skills,
  slaPolicies,
} from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import { forbidden } from "#lib/services/errors.ts";
import { readRoutingSettings } from "#lib/services/routing/routing-settings.ts";

export async function readSkills(ctx: Context) {
  ctx.must("ticket.read");
  return ctx.db
    .select({
      id: skills.id,
      key: skills.key,
      name: skills.name,
      people: sql<number>`(select count(*) from agent_skills s where s.skill_id = ${skills.id})`.mapWith(
        Number,
      ),
    })
    .from(skills)
    .orderBy(asc(skills.key));
}

export async function readQueues(ctx: Context) {
  ctx.must("ticket.read");
  const [lines, needs, members] = await Promise.all([
    ctx.db.select().from(queues).orderBy(asc(queues.position), asc(queues.key)),
    ctx.db.select().from(queueSkills),
    ctx.db.select().from(queueMembers),
  ]);
  return lines.map((queue) => ({
    ...queue,
    skills: needs.filter(({ queueId }) => queueId === queue.id),
    memberIds: members.filter(({ queueId }) => queueId === queue.id).map(({ agentId }) => agentId),
  }));
}

export async function readCategories(ctx: Context) {
  ctx.must("ticket.read");
  const [kinds, needs] = await Promise.all([
    ctx.db.select().from(categories).orderBy(asc(categories.position), asc(categories.key)),
    ctx.db.select().from(categorySkills),
  ]);
  return kinds.map((category) => ({
    ...category,
    skills: needs.filter(({ categoryId }) => categoryId === category.id),
  }));
}

export async function readArticles(ctx: Context, search: string) {
  ctx.must("article.read");
  return ctx.db
    .select({
      id: articles.id,
      slug: articles.slug,
      lang: articles.lang,
      title: articles.title,
      version: articles.version,
      mayAutoAnswer: articles.mayAutoAnswer,
      publishedAt: articles.publishedAt,
      categoryName: categories.name,
    })
    .from(articles)
    .leftJoin(categories, eq(categories.id, articles.categoryId))
    .where(search ? ilike(articles.title, `%${search.replace(/[\\%_]/g, "\\$&")}%`) : undefined)
    .orderBy(asc(categories.position), asc(articles.slug), asc(articles.lang))
    .limit(500);
}

export async function readArticleToEdit(ctx: Context, articleId: string) {
  ctx.must("article.write");
  if (!isId(articleId)) return null;
  const [article] = await ctx.db.select().from(articles).where(eq(articles.id, articleId));
  return article ?? null;
}

/** Everybody at the desk; whether they have a password, never the password. */
export async function readAgents(ctx: Context) {
  ctx.must("ticket.read");
  const [people, can, memberships] = await Promise.all([
    ctx.db.select().from(agents).orderBy(desc(agents.active), asc(agents.name)),
    ctx.db.select().from(agentSkills),
    ctx.db.select().from(queueMembers),
  ]);
  return people.map(({ passwordHash, ...agent }) => ({
    ...agent,
    hasPassword: passwordHash !== null,
    skills: can.filter(({ agentId }) => agentId === agent.id),
    queueIds: memberships.filter(({ agentId }) => agentId === agent.id).map(({ queueId }) => queueId),
  }));
}

export async function readMailboxes(ctx: Context) {
  ctx.must("ticket.read");
  return ctx.db.select().from(mailboxes).orderBy(asc(mailboxes.createdAt));
}

export async function readApiTokens(ctx: Context) {
  ctx.must("token.write");
  return ctx.db
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      prefix: apiTokens.prefix,
      scopes: apiTokens.scopes,
      createdAt: apiTokens.createdAt,
      lastUsedAt: apiTokens.lastUsedAt,
      revokedAt: apiTokens.revokedAt,
    })
    .from(apiTokens)
    .orderBy(desc(apiTokens.createdAt))
    .limit(200);
}

export async function readServiceLevels(ctx: Context) {
  ctx.must("ticket.read");
  const [policies, hours] = await Promise.all([
    ctx.db.select().from(slaPolicies).orderBy(asc(slaPolicies.position)),
    ctx.db.select().from(calendars).orderBy(asc(calendars.createdAt)),
  ]);
  return { policies, calendars: hours };
}

/** The browsers in which the reader is signed in. */
export async function readOwnSessions(ctx: Context) {
  if (ctx.actor.kind !== "agent") throw forbidden();
  const { id } = ctx.actor;
  const [[me], open] = await Promise.all([
    ctx.db.select({ passwordHash: agents.passwordHash }).from(agents).where(eq(agents.id, id)),
    ctx.db
      .select({ id: sessions.id, userAgent: sessions.userAgent, lastSeenAt: sessions.lastSeenAt })
      .from(sessions)
      .where(
        sql`${sessions.agentId} = ${id} and ${isNull(sessions.revokedAt)} and ${sessions.expiresAt} > now()`,
      )
      .orderBy(desc(sessions.lastSeenAt))
      .limit(50),
  ]);
  return { hasPassword: Boolean(me?.passwordHash), sessions: open };
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** What routing goes by beside queues and skills. */
export async function readRoutingRules(ctx: Context) {
  ctx.must("ticket.read");
  const [bySkill, byPriority, settings] = await Promise.all([
    ctx.db.select().from(skillRules).orderBy(asc(skillRules.position), asc(skillRules.id)),
    ctx.db.select().from(priorityRules).orderBy(asc(priorityRules.position), asc(priorityRules.id)),
    readRoutingSettings(ctx.db),
  ]);
  return { skillRules: bySkill, priorityRules: byPriority, settings };
}
