/** The door of a picture house. */
export function Logo() {
  return (
    <svg viewBox="3 1 26 27" width="26" height="27" aria-hidden="true">
      <path
        fill="#ffc62b"
        d="M3 25V14a13 13 0 0 1 26 0v11a3 3 0 0 1-3 3h-1a3 3 0 0 1-3-3v-9a6 6 0 0 0-12 0v9a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3Z"
      />
    </svg>
  );
}
