create_table(:t)
create_table(:t, id: false) { |t| t.string :a, null: false; t.integer :b, default: 3 }
create_table(:t, id: :uuid, default: nil) { |t| t.text :a }
create_table(:t, primary_key: :key) { |t| t.timestamps }
create_table(:t, primary_key: [:a, :b]) { |t| t.bigint :a; t.bigint :b }
create_table(:t, if_not_exists: true) { |t| t.string :a; t.index :a }
create_table(:books, force: :cascade) { |t| t.string :a }
create_table(:t) { |t| t.references :author }
create_table(:t) { |t| t.references :author, foreign_key: true, null: false }
create_table(:t) { |t| t.belongs_to :writer, foreign_key: { to_table: :authors, on_delete: :cascade }, index: { unique: true } }
create_table(:t) { |t| t.references :owner, polymorphic: true }
create_table(:t) { |t| t.references :owner, polymorphic: true, index: false, type: :uuid }
create_table(:t) { |t| t.string :a; t.index [:a, :id], unique: true, name: "own" }
create_table(:t) { |t| t.string :a, index: true; t.string :b, index: { unique: true } }
create_table(:t) { |t| t.decimal :a, precision: 8, scale: 2; t.boolean :b; t.date :c; t.jsonb :d; t.inet :e; t.datetime :f }
create_table(:t) { |t| t.bigint :author_id; t.foreign_key :authors }
create_table(:t) { |t| t.integer :a; t.check_constraint "a > 0", name: "positive" }
create_table(:t) { |t| t.column :a, :string; t.column :b, "tsvector" }
create_table(:t) { |t| t.string :tags, array: true, default: [] }
create_table(:t, as: "SELECT 1 AS one")
create_join_table(:books, :authors)
create_join_table(:authors, :books, table_name: :written) { |t| t.index :author_id }
create_join_table(:music_artists, :music_records)
drop_table(:loose)
drop_table(:none, if_exists: true)
drop_table(:authors, force: :cascade)
drop_join_table(:authors, :tags)
rename_table(:loose, :tight)
add_column(:books, :a, :string)
add_column(:books, :a, :integer, null: false, default: 0)
add_column(:books, :a, :string, if_not_exists: true)
add_column(:books, :a, :decimal, precision: 5, scale: 1)
remove_column(:books, :title)
remove_column(:books, :title, :string, if_exists: true)
remove_columns(:books, :title, :year)
rename_column(:books, :title, :name)
change_column(:books, :year, :bigint)
change_column(:books, :title, :integer, using: "title::integer", null: false)
change_column_default(:books, :title, "x")
change_column_default(:books, :title, from: nil, to: "x")
change_column_null(:books, :title, false)
change_column_null(:books, :title, false, "none")
change_column_comment(:books, :title, "words")
change_table_comment(:books, "words")
add_index(:books, :year)
add_index(:books, [:year, :title], unique: true)
add_index(:books, "lower(title)")
add_index(:books, :year, name: "own", where: "year > 0")
add_index(:books, :year, if_not_exists: true, using: :btree)
add_index(:books, :year, order: { year: :desc })
remove_index(:books, :title)
remove_index(:books, column: :title)
remove_index(:books, name: "index_books_on_title")
remove_index(:books, :title, if_exists: true)
rename_index(:books, "index_books_on_title", "own")
add_reference(:books, :shop)
add_reference(:books, :editor, foreign_key: { to_table: :authors })
add_reference(:books, :author2, foreign_key: { to_table: :authors }, index: false)
add_belongs_to(:books, :category, index: { unique: true, name: "own" })
remove_reference(:books, :author, foreign_key: true)
remove_reference(:books, :author)
add_foreign_key(:loose, :authors)
add_foreign_key(:loose, :books, column: :author_id, on_delete: :nullify, name: "own")
add_foreign_key(:loose, :authors, validate: false)
remove_foreign_key(:books, :authors)
remove_foreign_key(:books, column: :author_id)
validate_foreign_key(:books, :authors)
add_check_constraint(:books, "year > 0")
add_check_constraint(:books, "year > 0", name: "own")
remove_check_constraint(:books, name: "real_year")
add_timestamps(:books, null: true)
add_timestamps(:loose)
remove_timestamps(:authors)
enable_extension("plpgsql")
change_table(:books) { |t| t.string :a, :b; t.index :year; t.remove :title }
change_table(:books, bulk: true) { |t| t.rename :title, :name; t.change :year, :bigint; t.timestamps null: true }
change_table(:books) { |t| t.references :shop; t.remove_index :title; t.change_default :year, 1 }
execute("CREATE VIEW v AS SELECT 1")
