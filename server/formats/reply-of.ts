import type { ChildProcess, Serializable } from 'node:child_process'

/**
 * Sends a message to a child process and gives the next one that comes from it. What it sent before its end is heard, for
 * the channel closes behind that.
 *
 * @param lost what stands for the reply of one that ends first, or cannot be told anything any more
 */
export function replyOf<Reply>(
  child: ChildProcess,
  message: Serializable,
  lost: () => Reply,
): Promise<Reply> {
  return new Promise((resolve) => {
    const giveUp = () => settle(lost())
    function settle(reply: Reply) {
      child.off('message', settle)
      child.off('disconnect', giveUp)
      child.off('error', giveUp)
      resolve(reply)
    }
    child.once('message', settle)
    child.once('disconnect', giveUp)
    child.once('error', giveUp)
    child.send(message, (error) => {
      if (error !== null) giveUp()
    })
  })
}
