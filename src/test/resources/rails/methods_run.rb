# Runs each method with the real ActiveRecord, and says what the database then has: a line for each object, and one with a dash behind each method.
require "active_record"
require "pg"

ActiveRecord::Base.establish_connection(ENV.fetch("DATABASE_URL"))
ActiveRecord::Migration.verbose = false
folder = File.dirname(__FILE__)
File.readlines("#{folder}/methods.rb", chomp: true).each do |method|
  connection = ActiveRecord::Base.connection
  connection.raw_connection.set_notice_processor { |_| }
  connection.execute(File.read("#{folder}/setting.sql"))
  connection.schema_cache.clear!
  begin
    Class.new(ActiveRecord::Migration[6.1]) { class_eval("def change\n#{method}\nend") }.new.exec_migration(connection, :up)
    connection.select_values(File.read("#{folder}/catalogue.sql")).each { |line| puts line }
  rescue StandardError => e
    puts "refused: #{e.message.lines.first}"
  end
  puts "-"
end
