/** What a new password must be, handed on so that the page tells it while it is typed, by the very same rules. */
export { PASSWORD_LENGTH, passwordProblem } from '../accounts/password-rules.ts'
