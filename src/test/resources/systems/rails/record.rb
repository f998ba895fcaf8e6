#!/usr/bin/env ruby
# Records what Rails' ActiveRecord makes of the trees in this folder.
#
# Each case is a folder: `tree` holds a project, `stages.txt` one line per stage: `name: up [VERSION]` or `name: down VERSION`.
# The stages run one after another on the same SQLite database; each leaves the version table in <stage>/rows.tsv and the ids that
# have a row, as whole numbers, in <stage>/applied.txt.
#
# Run it with a Ruby that has activerecord and sqlite3: `ruby record.rb`. The tests only read what it wrote.
require "active_record"
require "sqlite3"
require "tmpdir"

ActiveRecord::Migration.verbose = false

def record(folder)
  Dir.mktmpdir do |temporary|
    ActiveRecord::Base.establish_connection(adapter: "sqlite3", database: File.join(temporary, "app.db"))
    migrations = ActiveRecord::MigrationContext.new(
      [File.join(folder, "tree/db/migrate")], ActiveRecord::Base.connection.schema_migration)
    File.readlines(File.join(folder, "stages.txt"), chomp: true).each do |line|
      stage, command = line.split(": ", 2)
      direction, version = command.split
      migrations.public_send(direction, version&.to_i)
      rows = ActiveRecord::Base.connection.select_values("select version from schema_migrations order by version")
      Dir.mkdir(File.join(folder, stage)) unless Dir.exist?(File.join(folder, stage))
      File.write(File.join(folder, stage, "rows.tsv"), ["version", *rows].join("\n") + "\n")
      File.write(File.join(folder, stage, "applied.txt"), rows.map { |row| "recorded #{row.to_i}\n" }.join)
    end
    ActiveRecord::Base.remove_connection
  end
  File.write(File.join(folder, "provenance.txt"),
    "activerecord #{ActiveRecord::VERSION::STRING}, Ruby #{RUBY_VERSION}, SQLite #{SQLite3::SQLITE_VERSION};" \
    " stages.txt has the commands, ../record.rb ran them\n")
end

Dir[File.join(__dir__, "*/stages.txt")].sort.each do |stages|
  record(File.dirname(stages))
  puts File.basename(File.dirname(stages))
end
