/** Dropped files, and those in dropped folders. Must be called while the drop is handled. */
export async function droppedFiles(held: DataTransfer): Promise<File[]> {
  const entries = [...held.items].map((item) => item.webkitGetAsEntry());
  const files = [...held.files];
  // A folder is among the files too, as one that cannot be read.
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  const inside = await Promise.all(entries.map((entry) => (entry ? filesIn(entry) : [])));
  return inside.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isDirectory(entry)) return [];
  const reader = entry.createReader();
  const all: FileSystemEntry[] = [];
  // A reader gives some at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    all.push(...some);
  }
  return (await Promise.all(all.filter(({ name }) => !name.startsWith(".")).map(filesIn))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
