/** Reads a file of a proposal on a worker. */
export { readProposalFile as default } from './read-proposal-file.ts'
