export type PasswordProblem = "too_short" | "too_long" | "too_common" | "holds_your_name";

export const passwordLength = { min: 10, max: 200 } as const;

/** What everybody tries first, and what our own name suggests; compared without case, digits and signs at the end. */
const common = new Set(
  `password passw0rd passwort letmein welcome administrator admin qwerty qwertyuiop asdfghjkl zxcvbnm iloveyou
  changeme secret monkey dragon football baseball superman batman trustno starwars sunshine princess master
  helpdesk support baton customer service company abcdef abcdefgh abcdefghij abc test testing default guest
  root toor login user 비밀번호 관리자 고객센터 사랑해 안녕하세요`.split(/\s+/),
);

/** Why a new password is refused; null when it is fine. Length is what counts; no rules about kinds of characters. */
export function passwordProblem(
  password: string,
  about: { email: string; name: string },
): PasswordProblem | null {
  const characters = [...password].length;
  if (characters < passwordLength.min) return "too_short";
  if (characters > passwordLength.max) return "too_long";
  const core = password
    .toLowerCase()
    .replace(/[\d\W_]+$/u, "")
    .replace(/^[\d\W_]+/u, "");
  const letters = new Set(password.toLowerCase());
  if (common.has(core) || letters.size < 4 || isRun(password)) return "too_common";
  const own = [about.email.split("@")[0]!, ...about.name.split(/\s+/)].map((word) => word.toLowerCase());
  if (own.some((word) => word.length >= 3 && core === word)) return "holds_your_name";
  return null;
}

/** "1234567890", "abcdefghij", "9876543210". */
function isRun(password: string): boolean {
  const codes = [...password].map((char) => char.codePointAt(0)!);
  const steps = new Set(codes.slice(1).map((code, at) => code - codes[at]!));
  return steps.size <= 2 && [...steps].every((step) => Math.abs(step) === 1 || Math.abs(step) === 9);
}
