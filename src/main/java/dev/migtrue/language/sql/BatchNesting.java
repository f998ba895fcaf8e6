package dev.migtrue.language.sql;

/** Blocks of SQL Server: {@code BEGIN … END}, and routines, which only the end of the batch ends. */
final class BatchNesting implements Nesting {

    private int depth;
    private int words = 1;
    private boolean isCreating;
    private boolean isRoutine;
    private boolean isAfterBegin;

    BatchNesting(String first) {
        isCreating = first.equals("CREATE") || first.equals("ALTER");
        isAfterBegin = first.equals("BEGIN");
        depth = isAfterBegin ? 1 : 0;
    }

    @Override
    public void word(String upper) {
        words++;
        if (isCreating) {
            head(upper);
            return;
        }
        switch (upper) {
            case "BEGIN", "CASE" -> depth++;
            case "END" -> depth = Math.max(0, depth - 1);
            case "TRAN", "TRANSACTION", "DISTRIBUTED", "DIALOG", "CONVERSATION" -> depth -= isAfterBegin ? 1 : 0;
            default -> {}
        }
        isAfterBegin = upper.equals("BEGIN");
    }

    /** {@code CREATE OR ALTER PROCEDURE} at the longest. */
    private void head(String upper) {
        switch (upper) {
            case "PROC", "PROCEDURE", "FUNCTION", "TRIGGER", "VIEW" -> isRoutine = words <= 4;
            case "OR", "ALTER" -> {}
            default -> words = Integer.MAX_VALUE / 2;
        }
    }

    @Override
    public void sign(char sign) {
        isAfterBegin = false;
    }

    @Override
    public boolean isOpen() {
        return isRoutine || depth > 0;
    }
}
