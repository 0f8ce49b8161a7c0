import NextAuth from "next-auth";
import { authOptions } from "#app/_server/auth-options.ts";
import { problem } from "#app/_server/problem.ts";
import { isOwnPost } from "#app/_server/same-origin.ts";
import { forbidden } from "#lib/services/errors.ts";

type Params = { params: Promise<{ nextauth: string[] }> };

async function answer(request: Request, params: Params): Promise<Response> {
  if (request.method === "POST" && !isOwnPost(request)) return problem(forbidden());
  let refusal: unknown = null;
  const options = authOptions((error) => {
    refusal = error;
  });
  const response: Response = await NextAuth(request as never, params as never, options);
  if (refusal) return problem(refusal);
  response.headers.set("cache-control", "no-store");
  return response;
}

export { answer as GET, answer as POST };
