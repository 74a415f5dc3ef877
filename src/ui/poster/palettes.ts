/** The inks of one poster. */
export interface Palette {
  ground: string;
  main: string;
  second: string;
  /** Used sparingly: a sun, a lamp, a single stripe. */
  spark: string;
  /** The darkest: carries title and year in white. */
  band: string;
}

export type Ink = keyof Palette;

/** Round the colour circle by their ground, so that neighbours in this list look related. */
export const PALETTES: readonly Palette[] = [
  { ground: "#d63f2e", main: "#fbe3c4", second: "#7c1526", spark: "#f5a142", band: "#3a0d1a" },
  { ground: "#ff5b38", main: "#1d1233", second: "#ffd5b8", spark: "#ffb42e", band: "#1d1233" },
  { ground: "#f07f46", main: "#052a2c", second: "#e6bca1", spark: "#d8f0ec", band: "#052a2c" },
  { ground: "#f4ae2c", main: "#7d1f2c", second: "#fff0cf", spark: "#e4532b", band: "#451122" },
  { ground: "#dca722", main: "#17344a", second: "#f8eac6", spark: "#c8432b", band: "#142a3c" },
  { ground: "#f2e3c5", main: "#cb4630", second: "#1f5263", spark: "#eaa938", band: "#163542" },
  { ground: "#b5ad4c", main: "#2b3118", second: "#f4e8bd", spark: "#d85c2b", band: "#272d15" },
  { ground: "#5f9d58", main: "#f5eab4", second: "#12371f", spark: "#f3934f", band: "#0f2f1d" },
  { ground: "#07a178", main: "#f0ffd8", second: "#05291f", spark: "#f8cb4a", band: "#05291f" },
  { ground: "#128489", main: "#fcd9b4", second: "#0a2d39", spark: "#f56e50", band: "#09272f" },
  { ground: "#43b6bf", main: "#0f3850", second: "#fdf3dc", spark: "#ff8350", band: "#0e3046" },
  { ground: "#93c8e2", main: "#1d4076", second: "#fff5e2", spark: "#e84f3d", band: "#17315e" },
  { ground: "#1169f0", main: "#ffe45f", second: "#081d4b", spark: "#f6f0e4", band: "#081d4b" },
  { ground: "#143d6a", main: "#eec8b9", second: "#ff9e58", spark: "#f7ebd8", band: "#102f54" },
  { ground: "#20205a", main: "#f5d260", second: "#6f7bf2", spark: "#f7ecd9", band: "#141440" },
  { ground: "#7b40f0", main: "#f3afe1", second: "#29135b", spark: "#ffd468", band: "#1a0b38" },
  { ground: "#56295c", main: "#f3a79f", second: "#f7dab0", spark: "#e8592f", band: "#2e1333" },
  { ground: "#c45ab0", main: "#2b1146", second: "#ffdaec", spark: "#ffe18c", band: "#2b1146" },
  { ground: "#e0245f", main: "#ffcad5", second: "#74102f", spark: "#ffd268", band: "#3d0a21" },
  { ground: "#f4b7b0", main: "#8d2138", second: "#fdf1e4", spark: "#2d6173", band: "#4b1426" },
];
