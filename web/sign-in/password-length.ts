/** The length of a password in characters, as the server counts them. */
export const PASSWORD_LENGTH = { least: 15, most: 128 } as const

/** Characters of a password as people count them: code points after compatibility composition (NFKC). */
export function passwordLength(password: string): number {
  return Array.from(password.normalize('NFKC')).length
}

/** Whether a password is made of the person's e-mail address or name; parts of three letters and fewer do not count. */
export function holdsPerson(
  password: string,
  person: { readonly email: string; readonly name: string },
): boolean {
  const text = password.normalize('NFKC').toLowerCase()
  const parts = [...person.name.split(/\s+/), ...person.email.split(/[@.]/)].map((part) => part.toLowerCase())
  return parts.some((part) => part.length > 3 && text.includes(part))
}
