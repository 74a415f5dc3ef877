/** The inks of the figure, as the colour scheme has them now. */
export interface Inks {
  ink: string;
  secondary: string;
  line: string;
  mark: string;
  ground: string;
}

export function readInks(element: HTMLElement): Inks {
  const style = getComputedStyle(element);
  const ink = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: ink("--ink"),
    secondary: ink("--ink-secondary"),
    line: ink("--line"),
    mark: ink("--accent"),
    ground: ink("--panel"),
  };
}
