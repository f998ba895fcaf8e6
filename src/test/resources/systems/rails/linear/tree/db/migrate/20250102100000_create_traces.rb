class CreateTraces < ActiveRecord::Migration[6.1]
  def change
    create_table :traces
  end
end
