/** Something that waits in a phone for a line. */
export interface Waiting {
  /** Made by the phone: the same one sent again is stored once. */
  readonly reportId: string
  /** Why the server did not take it, where waiting changes nothing. */
  readonly refusal: string | null
}

/** What a phone keeps: what waits for a line, and what is left of that which came through. */
export interface PhoneStore<W extends Waiting, R> {
  /** False where the browser keeps nothing beyond this page. */
  readonly lasts: boolean
  waiting(): Promise<readonly W[]>
  put(report: W): Promise<void>
  remove(reportId: string): Promise<void>
  /** The report waits no more and its receipt is kept, both or neither. */
  receive(reportId: string, receipt: R): Promise<void>
  receipts(): Promise<readonly R[]>
}

const MAX_RECEIPTS = 200

/** The store in IndexedDB: what it took is on the disk, so it outlives a browser that is killed. */
export async function openPhoneStore<W extends Waiting, R>(name: string): Promise<PhoneStore<W, R>> {
  try {
    return storeOn(await openDatabase(name))
  } catch {
    return createPassingStore()
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1)
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('waiting', { keyPath: 'reportId' })
    opening.result.createObjectStore('receipts', { keyPath: 'number', autoIncrement: true })
  })
  return done(opening)
}

function storeOn<W extends Waiting, R>(database: IDBDatabase): PhoneStore<W, R> {
  const read = <T>(name: string) =>
    done<T[]>(database.transaction(name).objectStore(name).getAll() as IDBRequest<T[]>)
  const write = (work: (transaction: IDBTransaction) => void) =>
    new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(['waiting', 'receipts'], 'readwrite', { durability: 'strict' })
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error))
      work(transaction)
    })
  return {
    lasts: true,
    waiting: () => read<W>('waiting'),
    put: (report) => write((transaction) => void transaction.objectStore('waiting').put(report)),
    remove: (reportId) => write((transaction) => void transaction.objectStore('waiting').delete(reportId)),
    receive: (reportId, receipt) =>
      write((transaction) => {
        transaction.objectStore('waiting').delete(reportId)
        const receipts = transaction.objectStore('receipts')
        receipts.add(receipt)
        forgetOldest(receipts)
      }),
    receipts: async () => (await read<R>('receipts')).toReversed(),
  }
}

function forgetOldest(receipts: IDBObjectStore): void {
  const keys = receipts.getAllKeys()
  keys.addEventListener('success', () => {
    for (const key of keys.result.slice(0, -MAX_RECEIPTS)) receipts.delete(key)
  })
}

/** Where a browser refuses to keep anything: as long as the page is open. */
function createPassingStore<W extends Waiting, R>(): PhoneStore<W, R> {
  const waiting = new Map<string, W>()
  const receipts: R[] = []
  return {
    lasts: false,
    waiting: async () => [...waiting.values()],
    put: async (report) => void waiting.set(report.reportId, report),
    remove: async (reportId) => void waiting.delete(reportId),
    async receive(reportId, receipt) {
      waiting.delete(reportId)
      receipts.unshift(receipt)
    },
    receipts: async () => receipts,
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}
